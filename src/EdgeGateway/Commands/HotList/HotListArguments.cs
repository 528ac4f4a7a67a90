using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Pipeline.HotList;
using EdgeGateway.Protocol.HotList;

namespace EdgeGateway.Commands.HotList;

/// <summary>Arguments of the commands on lists; they come from outside.</summary>
internal static class HotListArguments
{
    public const string Bad = "bad-arguments";

    /// <summary>The disk refuses; nothing was changed.</summary>
    public const string Disk = "disk";

    /// <summary>Entries of one command; its payload holds fewer of any length that means something.</summary>
    public const int EntriesMost = 4_096;

    /// <returns>The origin that <c>list</c> names, the standard one without it, or null when it is no name.</returns>
    public static string? Origin(JsonElement args) =>
        !args.TryGetProperty("list", out _) ? HotListOrigins.OfList(HotListOrigins.StandardList)
        : args.Word("list") is { } name ? HotListOrigins.OfList(name)
        : null;

    /// <returns>The number from 1 to <paramref name="most"/>, <paramref name="otherwise"/> when it is missing, or null.</returns>
    public static int? Whole(JsonElement args, string name, int otherwise, int most) =>
        !args.TryGetProperty(name, out var value) ? otherwise
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) && number >= 1 && number <= most ? number
        : null;

    /// <returns>What stands in <c>entries</c>, null for each that cannot be read; null for the whole when there are none or too many.</returns>
    public static IReadOnlyList<HotListEntry?>? Entries(JsonElement args) =>
        args.TryGetProperty("entries", out var entries) && entries.ValueKind == JsonValueKind.Array && entries.GetArrayLength() is > 0 and <= EntriesMost
            ? [.. entries.EnumerateArray().Select(HotListJson.Read)]
            : null;

    /// <returns>The texts of <c>ids</c>; null when there are none, too many, or one is no text.</returns>
    public static IReadOnlyList<string>? Ids(JsonElement args)
    {
        if (!args.TryGetProperty("ids", out var ids) || ids.ValueKind != JsonValueKind.Array || ids.GetArrayLength() is 0 or > EntriesMost)
        {
            return null;
        }

        try
        {
            string[] texts = [.. ids.EnumerateArray().Select(static id => id.ValueKind == JsonValueKind.String ? id.GetString()! : string.Empty)];
            return texts.All(static id => id.Length is > 0 and <= 64) ? texts : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
