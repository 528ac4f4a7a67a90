using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Twins.Drone.Mavlink;

/// <summary>Writes what got through of one vehicle or aircraft.</summary>
public sealed class FlyerNotes(string device, ITruthLedger ledger)
{
    private long _number;

    public void State(string vehicle, DateTimeOffset at, params ReadOnlySpan<(string Name, string Value)> facts) => Note(vehicle, "drone.state", at, facts);

    public void Alarm(string vehicle, string alarm, bool active, DateTimeOffset at) =>
        Note(vehicle, "drone.alarm", at, [("alarm", alarm), ("active", Text(active))]);

    public static string Text(bool value) => value ? "true" : "false";

    private void Note(string vehicle, string kind, DateTimeOffset at, ReadOnlySpan<(string Name, string Value)> said)
    {
        var facts = new Dictionary<string, string> { ["vehicle"] = vehicle };
        foreach (var (name, value) in said)
        {
            facts[name] = value;
        }

        ledger.Note(new TruthLine
        {
            Device = device,
            NativeId = FormattableString.Invariant($"{TruthLine.Air}{vehicle}/{++_number}"),
            Plate = "",
            LaneNo = 0,
            Time = default,
            Kind = kind,
            Facts = facts,
            Told = TruthLine.Stream,
            At = at,
        });
    }
}
