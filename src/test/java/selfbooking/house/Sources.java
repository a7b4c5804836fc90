package selfbooking.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The Java sources below a folder, as the compiler's own parser reads them. */
record Sources(List<File> files, List<Body> bodies, List<Declared> names) {

    /** A file's text, line by line. */
    record File(Path path, List<String> lines) {
        @Override
        public String toString() {
            return path + ": " + lines.size();
        }
    }

    /**
     * How many lines between a method's braces hold something. The accessor that a record gives each component is one of a line, as
     * the getter was that it replaces in the code that our aims were measured on.
     */
    record Body(String method, int lines) {}

    /** A class, method, field, parameter or variable that we named ourselves. */
    record Declared(String where, String name, boolean type) {}

    static Sources under(Path folder) throws IOException {
        List<File> files = below(folder, ".java").toList();
        Sources sources = new Sources(files, new ArrayList<>(), new ArrayList<>());
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var units = manager.getJavaFileObjectsFromPaths(
                    files.stream().map(File::path).toList());
            JavacTask task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null, units);
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                sources.new Reader(unit, positions).scan(unit, null);
            }
        }
        return sources;
    }

    /** The files of one kind below a folder, in the order of their paths; none where there is no such folder. */
    static Stream<File> below(Path folder, String ending) {
        if (Files.notExists(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(ending)).sorted().map(Sources::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File read(Path path) {
        try {
            return new File(path, Files.readAllLines(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Reader extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final String file;

        Reader(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
            this.file = Path.of(unit.getSourceFile().getName()).getFileName().toString();
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
            String name = type.getSimpleName().toString();
            names.add(new Declared(file, name, true));
            if (type.getKind() == Tree.Kind.RECORD) {
                components(type).forEach(component -> bodies.add(new Body(file + " " + component.getName(), 1)));
            }
            return super.visitClass(type, null);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
            String name = method.getName().toString();
            if (method.getModifiers().getAnnotations().stream()
                    .noneMatch(a -> a.toString().startsWith("@Override"))) {
                names.add(new Declared(file, name, false));
            }
            if (method.getBody() != null) {
                bodies.add(new Body(file + " " + name, between(method)));
            }
            return super.visitMethod(method, null);
        }

        @Override
        public @Nullable Void visitVariable(VariableTree variable, @Nullable Void unused) {
            names.add(new Declared(file, variable.getName().toString(), false));
            return super.visitVariable(variable, null);
        }

        private static Stream<VariableTree> components(ClassTree type) {
            return type.getMembers().stream()
                    .filter(VariableTree.class::isInstance)
                    .map(VariableTree.class::cast)
                    .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC));
        }

        private int between(MethodTree method) {
            int start = (int) positions.getStartPosition(unit, method.getBody());
            int end = (int) positions.getEndPosition(unit, method.getBody());
            try {
                String text = unit.getSourceFile()
                        .getCharContent(false)
                        .subSequence(start + 1, end - 1)
                        .toString();
                return (int) text.lines().filter(line -> !line.isBlank()).count();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
