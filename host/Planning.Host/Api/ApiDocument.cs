using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;

namespace Planning.Host.Api;

/// <summary>What the generator cannot see for itself: value types that travel as text, and the headers of a write.</summary>
internal static class ApiDocument
{
    public static void Describe(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Planning",
                Version = "1",
                Description = "Account planning by rules. Every write is durable when it is answered.",
            };
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (Example(context.JsonTypeInfo.Type) is { } example)
            {
                schema.Type = JsonSchemaType.String;
                schema.Examples = [JsonValue.Create(example)!];
            }

            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.HttpMethod is "POST" or "PUT")
            {
                operation.Parameters ??= [];
                operation.Parameters.Add(Header(Caller.ActorHeader, required: true, "Who asks; the history names them."));
                operation.Parameters.Add(Header(
                    Caller.MessageHeader, required: false, "Sent again with the same key, the request gets its first answer and has no further effect."));
            }

            return Task.CompletedTask;
        });
    }

    private static string? Example(Type type)
    {
        var shown = Nullable.GetUnderlyingType(type) ?? type;
        return shown == typeof(Quarter) ? "2026-Q3"
            : shown == typeof(Money) ? "318 M EUR"
            : shown.IsGenericType && shown.GetGenericTypeDefinition() == typeof(Id<>) ? "helvia"
            : null;
    }

    private static OpenApiParameter Header(string name, bool required, string description) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = required,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
