using System.Text;
using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Twins.Kiosk.Xfs4Iot;

/// <summary>What the ledger is told: everything that was heard, every message that a gateway must not send, and the alarms that it could not miss.</summary>
public sealed class XfsTruth(string device, ITruthLedger ledger, TimeProvider time)
{
    private const int MostText = 300;

    private long _number;

    /// <param name="service">Who heard it.</param>
    /// <param name="name">Of the command; empty when it has none.</param>
    /// <param name="message">All of it.</param>
    public void Heard(string service, string name, ReadOnlySpan<byte> message) =>
        Note(TruthLine.Heard, "kiosk.heard", TruthLine.None, ("service", service), ("name", name), ("message", Encoding.UTF8.GetString(message[..Math.Min(message.Length, MostText)])));

    /// <param name="service">Who suffered it.</param>
    /// <param name="what">In words.</param>
    public void Breach(string service, string what) => Note(TruthLine.Breach, "kiosk.breach", TruthLine.None, ("service", service), ("what", what));

    /// <param name="service">Which part.</param>
    /// <param name="alarm">As a <c>kiosk.alarm</c> calls it.</param>
    /// <param name="active">Whether it begins.</param>
    /// <param name="sure">Whether a gateway that was there must have noticed.</param>
    public void Alarm(string service, string alarm, bool active, bool sure) =>
        Note(TruthLine.Kiosk, "kiosk.alarm", sure ? TruthLine.Stream : TruthLine.None, ("module", service), ("alarm", alarm), ("active", active ? "true" : "false"));

    private void Note(string form, string kind, string told, params ReadOnlySpan<(string Name, string Value)> facts)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string name, string value) in facts)
        {
            all[name] = value;
        }

        ledger.Note(new TruthLine
        {
            Device = device, NativeId = FormattableString.Invariant($"{form}{Interlocked.Increment(ref _number)}"), Plate = "", LaneNo = 0, Time = default,
            Kind = kind, Facts = all, Told = told, At = time.GetUtcNow(),
        });
    }
}
