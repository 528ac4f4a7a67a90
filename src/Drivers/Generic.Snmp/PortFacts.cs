using EdgeGateway.Protocol.Privacy;
using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>One port as it is now.</summary>
/// <param name="Index">ifIndex.</param>
/// <param name="Label">What it is called in readings: its name, scrubbed, unlike that of every other port.</param>
/// <param name="Names">By which settings may name it.</param>
internal sealed record PortFacts(string Index, string Label, IReadOnlyList<string> Names)
{
    public const int LongestName = 64;

    private const long Up = 1;
    private const long Down = 2;
    private const long NotPresent = 6;
    private const long LowerLayerDown = 7;
    private const double Mega = 1e6;

    private static readonly string[] s_oper = ["0", "up", "down", "testing", "unknown", "dormant", "not-present", "lower-layer-down"];

    /// <summary>What the site wrote beside it, scrubbed; null for nothing.</summary>
    public string? Alias { get; init; }

    public long Type { get; init; }

    /// <summary>By its own word; null when it says neither (testing, dormant, unknown, a word of a later edition) or nothing at all.</summary>
    public bool? IsUp { get; init; }

    /// <summary>ifOperStatus as a word; a number that no table knows as itself.</summary>
    public required string Oper { get; init; }

    public required string Admin { get; init; }

    /// <summary>Bits a second; null when not told, or 0.</summary>
    public double? Speed { get; init; }

    public PortCounters Counters { get; init; }

    public static PortFacts Read(SnmpRow row, bool isNarrow)
    {
        string? name = row.Text(InterfaceMib.Name) is { Length: > 0 } own ? own : row.Text(InterfaceMib.Description);
        string? alias = row.Text(InterfaceMib.Alias);
        return new PortFacts(row.Index, ScrubbedText.Of(name, LongestName - row.Index.Length - 1) ?? $"port-{row.Index}", [.. new[] { name, alias, row.Index }.OfType<string>()])
        {
            Alias = ScrubbedText.Of(alias, LongestName),
            Type = row.Whole(InterfaceMib.Type) ?? 0,
            IsUp = ReadIsUp(row.Whole(InterfaceMib.OperStatus)),
            Oper = Word(row.Whole(InterfaceMib.OperStatus)),
            Admin = Word(row.Whole(InterfaceMib.AdminStatus)),
            Speed = SpeedOf(row),
            Counters = PortCounters.Read(row, isNarrow),
        };
    }

    public bool IsNamed(IEnumerable<string> names) => names.Any(name => Names.Contains(name, StringComparer.OrdinalIgnoreCase));

    private static bool? ReadIsUp(long? status) => status switch
    {
        Up => true,
        Down or NotPresent or LowerLayerDown => false,
        _ => null,
    };

    private static double? SpeedOf(SnmpRow row)
    {
        // Below half a million bits a second ifHighSpeed is 0, and some agents fill ifSpeed only.
        double speed = row.Count(InterfaceMib.HighSpeed) is { } high and > 0 ? high * Mega : row.Count(InterfaceMib.Speed) ?? 0;
        return speed > 0 ? speed : null;
    }

    private static string Word(long? status) => status is { } number ? number > 0 && number < s_oper.Length ? s_oper[number] : FormattableString.Invariant($"{number}") : "unknown";
}
