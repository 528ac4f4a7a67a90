namespace EdgeGateway.Pipeline.Parcels;

/// <summary>What stays in memory of a part when its record is closed: enough to know its repeat and what belongs to it.</summary>
internal sealed record PartMark(string Device, string? Key, PartKind Kind, DateTimeOffset Time, DateTimeOffset Received, string? Machine, IReadOnlyList<string> Tokens)
{
    public static PartMark Of(ToldPart part) =>
        new(part.Device, part.Key, part.Kind, part.Time, part.Received, part.Body.Scanner?.MachineId, [.. PartTokens.All(part.Body)]);
}
