using System.Text.Json;

namespace EdgeGateway.Uplink.Orders;

/// <summary>Arguments of the gateway's own commands; they come from outside.</summary>
internal static class OrderArguments
{
    public const string Bad = "bad-arguments";

    /// <returns>The number from 1 to <paramref name="most"/>; null when it is missing or outside.</returns>
    public static int? Whole(JsonElement args, string name, int most) =>
        args.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) && number >= 1 && number <= most
            ? number
            : null;
}
