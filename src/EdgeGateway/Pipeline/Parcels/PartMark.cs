namespace EdgeGateway.Pipeline.Parcels;

/// <summary>What stays in memory of a part when its record is closed: enough to know its repeat and what belongs to it.</summary>
internal sealed record PartMark(string Device, string? Key, PartKind Kind, DateTimeOffset Time, DateTimeOffset Received, string? Machine, string? Unit, bool IsVague, long? Count, IReadOnlyList<string> Tokens)
{
    /// <summary>Flag of a parcel that a counter counted while nobody looked: its time is that of the noticing.</summary>
    private const string Skipped = "PARCELS_SKIPPED";

    /// <summary>Less than the difference of any two zones.</summary>
    private static readonly TimeSpan s_longestScan = TimeSpan.FromMinutes(15);

    /// <summary>When its scan began by the same clock as <see cref="Time"/>; null when it does not say so, or says what cannot be.</summary>
    public DateTimeOffset? Began { get; init; }

    public static PartMark Of(ToldPart part) =>
        new(part.Device, part.Key, part.Kind, part.Time, part.Received, part.Body.Scanner?.MachineId, UnitOf(part), part.Body.Flags?.Contains(Skipped) == true, part.Kind == PartKind.Plc ? part.Body.Scan?.Sequence : null, [.. PartTokens.All(part.Body)])
        {
            Began = part.Body.Scan?.Time is { } began && began <= part.Time && part.Time - began <= s_longestScan ? began : null,
        };

    /// <summary>Whether a count of that part is of the same counter: of another device it may be, of the same one only of the same unit.</summary>
    public bool IsOfUnit(ToldPart part) => Device != part.Device || Unit == UnitOf(part);

    /// <summary>
    /// Whether a package tag of that part is of the same scanner: two machines count alike. Who opens a parcel elsewhere gives the tag that its scanner gave,
    /// and two sources of which both say which machine they mean may mean the same.
    /// </summary>
    public bool IsOfScanner(ToldPart part) => Device == part.Device || ((Kind == PartKind.Scan && part.Kind == PartKind.Scan)
        ? Machine is not null && Machine == part.Body.Scanner?.MachineId
        : PartTokens.MayBeSameMachine(Machine, part.Body.Scanner?.MachineId));

    /// <summary>A controller with several units puts the unit in front of the count.</summary>
    private static string? UnitOf(ToldPart part) => part.Body.Source?.NativeId is { } native && native.IndexOf('/', StringComparison.Ordinal) is var end and > 0 ? native[..end] : null;
}
