using System.Runtime.CompilerServices;
using Jint.Native;
using Jint.Runtime;

namespace Planning.Flows.JavaScript.Running;

/// <summary>Throws on what a script threw. Jint can do that only with errors whose message is a text.</summary>
internal static class ThrownValue
{
    public static JavaScriptException Of(Completion completion)
    {
        var exception = new JavaScriptException(JsValue.Undefined) { Location = completion.Location };
        ErrorOf(exception) = completion.GetValueOrDefault();
        return exception;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_errorObject")]
    private static extern ref JsValue ErrorOf(JavaScriptException exception);
}
