using System.Text.Json;
using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Verification;

/// <summary>
/// Whether a vehicle said what is told of its state: never before it said it, and never again what it said before something else. What nobody had to be told,
/// because the gateway was not there, may be told all the same.
/// </summary>
internal sealed class FlightOrigins
{
    private const string Online = "online";
    private const string Vehicle = "vehicle";

    /// <summary>Moments in readings have milliseconds only.</summary>
    private static readonly TimeSpan s_grain = TimeSpan.FromMilliseconds(50);

    private readonly List<Sort> _sorts;

    /// <param name="said">Of one vehicle, all sorts of facts mixed.</param>
    public FlightOrigins(IEnumerable<TruthLine> said) => _sorts =
    [
        .. said.GroupBy(static line => string.Join(' ', Names(line).Order(StringComparer.Ordinal))).Where(static sort => sort.Key.Length > 0).Select(static sort => new Sort([.. sort.OrderBy(static line => line.At)])),
    ];

    /// <returns>What no vehicle said; null when all is well. Call in the order of the readings.</returns>
    public string? Unsaid(FlightReading reading) => _sorts.Select(sort => sort.Unsaid(reading)).FirstOrDefault(static unsaid => unsaid is not null);

    /// <summary>That it is online is told of whoever says anything; that it is not is the gateway's own finding.</summary>
    private static IEnumerable<string> Names(TruthLine line) => line.Facts!.Keys.Where(static name => name is not (Vehicle or Online));

    /// <summary>Facts that one message tells together, in the order in which they were told.</summary>
    private sealed class Sort(IReadOnlyList<TruthLine> said)
    {
        private readonly Dictionary<string, string>[] _facts = [.. said.Select(static line => Names(line).ToDictionary(static name => name, name => line.Facts![name]))];
        private int _at;

        public string? Unsaid(FlightReading reading)
        {
            if (reading.Line.Data is not { } data || _facts[0].Keys.Any(name => JsonPick.Member(data, name).ValueKind == JsonValueKind.Undefined))
            {
                return null;
            }

            var until = (reading.Line.Time ?? reading.Line.At) + s_grain;
            for (int i = _at; i < said.Count && said[i].At <= until; i++)
            {
                if (FactCheck.Difference(_facts[i], data) is null)
                {
                    _at = i;
                    return null;
                }
            }

            return FactCheck.Difference(_facts[_at], data) ?? "a time before it was said";
        }
    }
}
