#!/bin/sh
# A Thymeleaf fragment that is asked for by name knows nothing of the elements around it.
#
# Seen with Thymeleaf 3.1.5 on Java 17.
#
# Valid input: a page in which one element is a named fragment, and a call that asks for the fragment alone.
# That is how a server answers a script that swaps one part of a page.
# A variable that an outer th:with sets is empty inside the fragment, without an error.
# An outer th:if that is false does not keep the fragment out.
# An outer th:each does not repeat it.
# The name of a fragment that is not there gives an empty text, also without an error.
#
# What it does to users: the page is right when it is loaded, and wrong once a part of it is swapped.
# A phone number is missing, or a note stands there that was meant for others.
#
# What our product does: a fragment reads only what the handler passes, and carries its conditions itself.
# Names of fragments stand in one list in the code, beside the page that they belong to.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM

cat >"$work/pom.xml" <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency><groupId>org.thymeleaf</groupId><artifactId>thymeleaf</artifactId><version>3.1.5.RELEASE</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
  </dependencies>
</project>
POM

cat >"$work/Surroundings.java" <<'JAVA'
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templateresolver.StringTemplateResolver;

class Surroundings {
    static final TemplateEngine ENGINE = new TemplateEngine();
    static boolean changed;

    public static void main(String[] args) {
        System.out.println("Thymeleaf 3.1.5, Java " + System.getProperty("java.version"));
        ENGINE.setTemplateResolver(new StringTemplateResolver());

        show("th:with outside",
                "<main th:with='phone=${clinic.phone}'><p th:fragment='part' th:text='${phone}'>call us</p></main>", "part",
                "<main><p>02 5550 1234</p></main>",
                "<p></p>");
        show("th:if outside",
                "<main><div th:if='${clinic.closed}'><p th:fragment='part'>We are closed</p></div></main>", "part",
                "<main></main>",
                "<p>We are closed</p>");
        show("th:each outside",
                "<ul><th:block th:each='name : ${clinic.names}'><li th:fragment='part' th:text='${name}'>Name</li></th:block></ul>", "part",
                "<ul><li>Banjo</li><li>Matilda</li></ul>",
                "<li></li>");
        show("no such fragment",
                "<main><p th:fragment='part'>Hello</p></main>", "prat",
                "<main><p>Hello</p></main>",
                "");

        System.out.println(changed ? "CHANGED: a fragment is rendered in another way now." : "As described: the fragment is rendered as if nothing stood around it.");
        System.exit(changed ? 1 : 0);
    }

    static void show(String what, String template, String fragment, String expectedPage, String expectedPart) {
        var clinic = Map.of("phone", "02 5550 1234", "closed", false, "names", List.of("Banjo", "Matilda"));
        Context context = new Context(Locale.ENGLISH, Map.of("clinic", clinic));
        String page = ENGINE.process(template, context);
        String part = ENGINE.process(template, Set.of(fragment), context);
        System.out.println(what);
        System.out.println("  whole page:     " + page);
        System.out.println("  fragment alone: " + (part.isEmpty() ? "(nothing)" : part));
        changed |= !page.equals(expectedPage) || !part.equals(expectedPart);
    }
}
JAVA

cd "$work"
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath -Dmdep.outputFile=classpath >maven.log || { cat maven.log; exit 1; }
java -cp "$(cat classpath)" Surroundings.java
