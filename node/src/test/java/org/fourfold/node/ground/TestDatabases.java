package org.fourfold.node.ground;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test class one {@link TestDatabase}, for its constructor, its methods and its {@code @BeforeEach}. */
@NullMarked
public final class TestDatabases implements ParameterResolver {

    private static final ExtensionContext.Namespace PLACE = ExtensionContext.Namespace.create(TestDatabases.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestDatabase.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // In the class's own store, so that its methods share one and it is closed after the last.
        ExtensionContext ofClass = context;
        while (ofClass.getTestMethod().isPresent()) {
            ofClass = ofClass.getParent().orElseThrow();
        }
        return ofClass.getStore(PLACE)
                .computeIfAbsent(ofClass.getRequiredTestClass(), key -> TestDatabase.fresh(), TestDatabase.class);
    }
}
