package selfbooking.web.parts;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;

/**
 * Reads {@code ${a.b.c}} and nothing else: a variable, then accessors without arguments or keys of a map. It stands where Thymeleaf puts
 * a whole expression language, which is slow on records and calls any method that a template (or an attacker) names.
 */
final class PropertyPaths implements IStandardVariableExpressionEvaluator {
    private static final Pattern PATH = Pattern.compile("[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)*");

    private final Map<String, List<String>> parsed = new ConcurrentHashMap<>();
    private final ClassValue<Map<String, Method>> accessors = new Accessors();

    /** Null as soon as one step is null. A step that does not exist is a fault of the template and throws. */
    @Override
    public @Nullable Object evaluate(
            IExpressionContext context,
            IStandardVariableExpression expression,
            StandardExpressionExecutionContext execution) {
        List<String> steps = parsed.computeIfAbsent(expression.getExpression(), PropertyPaths::parse);
        Object value = context.getVariable(steps.get(0));
        for (String step : steps.subList(1, steps.size())) {
            if (value == null) {
                return null;
            }
            value = read(value, step);
        }
        return value;
    }

    private static List<String> parse(String expression) {
        if (!PATH.matcher(expression).matches()) {
            throw new IllegalArgumentException("Not a path: " + expression);
        }
        return List.of(expression.split("\\.", -1));
    }

    private @Nullable Object read(Object owner, String step) {
        if (owner instanceof List<?> list && step.equals("size")) {
            return list.size();
        }
        if (owner instanceof Map<?, ?> map && map.containsKey(step)) {
            return map.get(step);
        }
        Method accessor = accessors.get(owner.getClass()).get(step);
        if (accessor == null) {
            throw new IllegalArgumentException(owner.getClass().getSimpleName() + " has no " + step);
        }
        return call(accessor, owner);
    }

    private static @Nullable Object call(Method accessor, Object owner) {
        try {
            return accessor.invoke(owner);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(accessor + " cannot be read", e);
        }
    }

    /** The methods without arguments of a view record, by name. Only the view records of the web's rooms have any. */
    private static final class Accessors extends ClassValue<Map<String, Method>> {
        private static final String WEB = "selfbooking.web.";
        private static final Set<String> OF_EVERY_OBJECT = Set.of("hashCode", "toString");

        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            Map<String, Method> found = new ConcurrentHashMap<>();
            if (type.getPackageName().startsWith(WEB)) {
                for (Class<?> in : type.getInterfaces()) {
                    found.putAll(get(in));
                }
                for (Method method : type.getDeclaredMethods()) {
                    if (method.getParameterCount() == 0 && !OF_EVERY_OBJECT.contains(method.getName())) {
                        found.put(method.getName(), method);
                    }
                }
            }
            return found;
        }
    }
}
