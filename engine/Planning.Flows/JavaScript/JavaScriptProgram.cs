using Jint.Runtime;
using Planning.Flows.Expressions;
using Planning.Flows.JavaScript.Lowering;
using Planning.Flows.JavaScript.Running;

namespace Planning.Flows.JavaScript;

/// <summary>A compiled script; immutable, and it runs on any thread.</summary>
public sealed class JavaScriptProgram
{
    private readonly FunctionTemplate _template;
    private readonly RealmPool _realms;
    private readonly bool _asText;

    internal JavaScriptProgram(FunctionTemplate template, RealmPool realms, DataType target)
    {
        _template = template;
        _realms = realms;
        _asText = target is { Kind: DataKind.Text, IsList: false };
    }

    /// <exception cref="ScriptFailedException">The script threw something, or its answer cannot be kept.</exception>
    /// <exception cref="ScriptStoppedException">It did more than a script may.</exception>
    public ScriptAnswer Run(ExpressionContext context)
    {
        var realm = _realms.Rent();
        var run = new ScriptRun(context);
        ScriptAnswer answer;
        try
        {
            answer = realm.Execute(_template, run, value =>
                new ScriptAnswer(ValueBorder.FromScript(realm, value, _asText), run.Outcomes));
        }
        catch (JavaScriptException exception)
        {
            var failure = FailureOf(realm, exception);
            _realms.Return(realm);
            throw failure;
        }
        catch (ScriptFailedException)
        {
            _realms.Return(realm);
            throw;
        }
        catch (StatementsCountOverflowException)
        {
            throw new ScriptStoppedException($"executed more than {Realm.MostStatements} statements");
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidCastException or NullReferenceException
            or InvalidOperationException or NotImplementedException or KeyNotFoundException)
        {
            throw Placed(realm, $"The script could not be run: {exception.Message}", null); // What Jint itself trips over.
        }

        _realms.Return(realm);
        return answer;
    }

    private static ScriptFailedException FailureOf(Realm realm, JavaScriptException exception)
    {
        var error = exception.Error;
        if (!error.IsObject())
        {
            return Placed(realm, Coercion.Text(error), exception.Location);
        }

        var message = Explanations.Of(error.AsObject(), realm.Engine.GetLastSyntaxNode());
        return Placed(realm, message ?? "The script threw an object without a message.", exception.Location);
    }

    private static ScriptFailedException Placed(Realm realm, string message, Jint.Parser.Location? statement)
    {
        var place = realm.Engine.GetLastSyntaxNode()?.Location ?? statement;
        return place is null
            ? new ScriptFailedException(message)
            : new ScriptFailedException(message, place.Start.Line, place.Start.Column);
    }
}

/// <param name="Value">In its one JSON-able shape.</param>
/// <param name="Outcomes">What the script chose with setOutcome; null when it did not.</param>
public sealed record ScriptAnswer(object? Value, IReadOnlyList<string>? Outcomes);
