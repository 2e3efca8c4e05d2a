using System.Runtime.InteropServices;
using System.Text.Json;

namespace Planning.Flows.Expressions;

/// <summary>How large the values of an instance may be: an instance is stored whole with every step of its customer.</summary>
internal static class ValueLimits
{
    /// <summary>Of one value: characters of a text, bytes of the JSON of a list or record.</summary>
    public const int Largest = 1_000_000;

    /// <summary>Of everything that one burst gives to variables, inputs and outputs.</summary>
    public const long MostInBurst = 20_000_000;

    public static int SizeOf(object? canonical) => canonical switch
    {
        string text => text.Length,
        JsonElement element => JsonMarshal.GetRawUtf8Value(element).Length,
        _ => 0,
    };
}
