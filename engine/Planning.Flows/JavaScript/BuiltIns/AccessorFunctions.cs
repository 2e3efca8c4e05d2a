using System.Text;
using Jint.Native;
using Planning.Flows.Expressions;
using Planning.Flows.JavaScript.Lowering;
using Planning.Flows.JavaScript.Running;

namespace Planning.Flows.JavaScript.BuiltIns;

/// <summary>
/// The functions that Elsa makes of names: <c>getTotal()</c> and <c>setTotal(5)</c> of a variable, <c>getRegion()</c> of an
/// input, <c>getResultFromCheck()</c> of an activity's output.
/// </summary>
internal static class AccessorFunctions
{
    private const string From = "From";

    /// <returns>Null when the word is not of that form.</returns>
    public static Operator? Of(string word, ExpressionScope scope)
    {
        if (word.Length < 4)
        {
            return null;
        }

        var tail = word[3..];
        if (word.StartsWith("get", StringComparison.Ordinal))
        {
            return Getter(word, tail, scope);
        }

        var written = VariableCalled(scope.Variables.Select(variable => variable.Name), tail);
        return !word.StartsWith("set", StringComparison.Ordinal) ? null : new Operator((realm, given) =>
        {
            var name = written ?? VariableCalled(realm.Run.Context.VariableNames(), tail) ?? throw Undefined(realm, word);
            realm.Run.SetVariable(realm, name, given.Get(0));
            return JsValue.Undefined;
        });
    }

    /// <summary>The variable's name as it stands in its functions: <c>order_total</c> is <c>OrderTotal</c>.</summary>
    public static string Pascal(string name)
    {
        var pascal = new StringBuilder();
        var raises = true;
        foreach (var character in name)
        {
            if (character is '_' or ' ')
            {
                raises = true;
                continue;
            }

            pascal.Append(raises ? char.ToUpperInvariant(character) : character);
            raises = false;
        }

        return pascal.ToString();
    }

    private static Operator Getter(string word, string tail, ExpressionScope scope)
    {
        if (VariableCalled(scope.Variables.Select(variable => variable.Name), tail) is { } written)
        {
            return new Operator((realm, _) => realm.Run.Variable(realm, written));
        }

        if (scope.Inputs.Any(input => input.Name == tail))
        {
            return new Operator((realm, _) => ValueBorder.ToScript(realm, realm.Run.Context.Input(tail)));
        }

        // Loops, scripts and a workflow around this one bring variables that no declaration here tells of.
        return new Operator((realm, _) =>
        {
            var context = realm.Run.Context;
            return VariableCalled(context.VariableNames(), tail) is { } name ? realm.Run.Variable(realm, name)
                : context.Input(tail) is { } input ? ValueBorder.ToScript(realm, input)
                : Output(realm, tail) ?? throw Undefined(realm, word);
        });
    }

    private static JsValue? Output(Realm realm, string tail)
    {
        for (var at = tail.IndexOf(From, StringComparison.Ordinal); at > 0; at = tail.IndexOf(From, at + 1, StringComparison.Ordinal))
        {
            var activity = tail[(at + From.Length)..];
            if (realm.Run.Context.NeighbourCalled(activity) is { } id)
            {
                return ValueBorder.ToScript(realm, realm.Run.Context.OutputOf(id, tail[..at]));
            }
        }

        return null;
    }

    private static string? VariableCalled(IEnumerable<string> names, string tail) =>
        names.FirstOrDefault(name => name == tail || Pascal(name) == tail);

    private static Jint.Runtime.JavaScriptException Undefined(Realm realm, string word) =>
        new(realm.Engine.ReferenceError, ScriptNames.Close(word) is { } close
            ? $"{word} is not defined. Did you mean {close}?"
            : $"{word} is not defined");
}
