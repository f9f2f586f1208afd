"""What stands on each page of the site, as plain text: one module a page, no markup anywhere."""

from quoteproof.pages.page import Page
from quoteproof.pages.site import all_pages

__all__ = ["Page", "all_pages"]
