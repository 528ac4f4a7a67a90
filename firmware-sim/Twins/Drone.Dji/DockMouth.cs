using System.Text;
using System.Text.Json.Nodes;
using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Twins.Drone.Dji;

/// <summary>Says things with identifiers of their own, and keeps what must be answered.</summary>
/// <param name="plan">Whose.</param>
/// <param name="wire">Where they go.</param>
/// <param name="pending">What waits for an answer.</param>
/// <param name="clock">The dock's own clock, right or wrong.</param>
public sealed class DockMouth(DockPlan plan, IDockWire wire, DockPending pending, Func<DateTimeOffset> clock)
{
    private readonly string _run = FormattableString.Invariant($"{plan.Profile.Gateway}-{plan.Start.ToUnixTimeMilliseconds():x}");
    private int _number;

    public DockWords Words { get; } = new(plan.Profile);

    public string NextId() => FormattableString.Invariant($"{_run}-{Interlocked.Increment(ref _number):x6}");

    /// <summary>Said once; nobody answers.</summary>
    public Task SayAsync(string topic, JsonNode data, CancellationToken ct, string? method = null)
    {
        string id = NextId();
        return SendAsync(topic, Words.Message(id, id, clock(), data, method, method is null ? null : 0).ToJsonString(), ct);
    }

    public Task SendAsync(string topic, string text, CancellationToken ct) => wire.PublishAsync(topic, Encoding.UTF8.GetBytes(text), ct);

    /// <summary>An event that is said until it is answered.</summary>
    /// <param name="method">Its method.</param>
    /// <param name="data">What it says.</param>
    /// <param name="kind">Of the reading that it becomes.</param>
    /// <param name="facts">What that must say.</param>
    public void Report(string method, JsonNode data, string kind, IReadOnlyDictionary<string, string> facts)
    {
        (string tid, string bid) = (NextId(), NextId());
        var truth = new TruthLine { Device = plan.Device, NativeId = $"{bid}/{tid}", Plate = "", LaneNo = 0, Time = default, Kind = kind, Facts = facts };
        pending.Add(Words.Thing("events"), Words.Message(tid, bid, clock(), data, method, 1), truth);
    }

    /// <summary>Who hangs on the dock, said until it is answered; an older word of it is old.</summary>
    public void Announce(bool present)
    {
        string id = NextId();
        pending.Forget(Words.System("status"));
        pending.Add(Words.System("status"), Words.Message(id, id, clock(), Words.Topology(present), "update_topo"), null);
    }
}
