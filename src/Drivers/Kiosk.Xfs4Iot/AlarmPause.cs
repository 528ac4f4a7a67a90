using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Kiosk.Xfs4Iot;

/// <summary>An alarm that ended begins again at the earliest ten seconds later, if it is still there: a loose contact is one alarm, not hundreds. Not for two callers at one time.</summary>
internal sealed class AlarmPause(DriverContext context)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(10);

    private readonly Dictionary<(string Scope, string Key), long> _ended = [];

    public void Ended(IEnumerable<KioskAlarm> alarms)
    {
        foreach (var alarm in alarms)
        {
            _ended[(alarm.Scope, alarm.Key)] = context.Time.GetTimestamp();
        }
    }

    /// <summary>Whether it must not begin yet.</summary>
    public bool Holds(KioskAlarm alarm)
    {
        foreach (var old in _ended.Where(one => context.Time.GetElapsedTime(one.Value) >= s_pause).Select(one => one.Key).ToArray())
        {
            _ended.Remove(old);
        }

        bool holds = _ended.ContainsKey((alarm.Scope, alarm.Key));
        if (holds)
        {
            context.Watch.Fault(FaultKind.Garbled, "alarm-again-too-soon");
        }

        return holds;
    }
}
