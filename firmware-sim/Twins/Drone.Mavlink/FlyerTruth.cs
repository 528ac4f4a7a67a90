using System.Globalization;
using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Twins.Drone.Mavlink;

/// <summary>
/// Notes what a vehicle told, from what it did and not from its bytes. MAVLink acknowledges nothing, so nothing here counts as accepted: the
/// lines say what should have become of a link on which nothing got lost.
/// </summary>
public sealed class FlyerTruth(FlyerPlan plan, string vehicle, ITruthLedger ledger, TimeProvider time)
{
    private long _number;
    private (bool Armed, FlyerMode Mode) _told = (false, (FlyerMode)0);

    /// <summary>Notes the state where it is another one than before.</summary>
    public void State(FlyerFlight flight)
    {
        var now = (flight.IsArmed, flight.Mode);
        if (now != _told)
        {
            _told = now;
            Note("drone.state", new() { ["online"] = "true", ["armed"] = Text(flight.IsArmed), ["mode"] = Word(flight.Mode) });
        }
    }

    /// <summary>An alarm that the gateway should make, or be told.</summary>
    public void Alarm(string alarm, bool? active = null, string? text = null)
    {
        var facts = new Dictionary<string, string> { ["alarm"] = alarm };
        if (active is { } begins)
        {
            facts["active"] = Text(begins);
        }

        if (text is not null)
        {
            facts["text"] = text;
        }

        Note("drone.alarm", facts);
    }

    public void Capture(int index, string file) => Note("drone.capture", new() { ["success"] = "true", ["index"] = index.ToString(CultureInfo.InvariantCulture), ["file"] = file });

    public void Message(string text) => Note("drone.message", new() { ["text"] = text });

    public void Overheard(string id) => Note("drone.remote-id", new() { ["vehicle"] = id });

    private void Note(string kind, Dictionary<string, string> facts)
    {
        facts.TryAdd("vehicle", vehicle);
        ledger.Note(new TruthLine
        {
            Device = plan.Device,
            NativeId = string.Create(CultureInfo.InvariantCulture, $"MAV/{vehicle}/{++_number}"),
            Plate = "",
            LaneNo = 0,
            Time = default,
            Kind = kind,
            Facts = facts,
            Told = TruthLine.None,
            At = time.GetUtcNow(),
        });
    }

    private static string Text(bool value) => value ? "true" : "false";

    /// <summary>The word that the gateway has for a mode.</summary>
    internal static string Word(FlyerMode mode) => mode switch
    {
        FlyerMode.Ready => "ready",
        FlyerMode.TakeOff => "take-off",
        FlyerMode.Hold => "hold",
        FlyerMode.Mission => "mission",
        FlyerMode.Return => "return",
        FlyerMode.Land => "land",
        _ => ((uint)mode).ToString(CultureInfo.InvariantCulture),
    };
}
