using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Verification;

/// <summary>Judges of what is known by what it says, because the gateway's name for it is no word of the device.</summary>
internal sealed class WordJudges(VerifyReport report, ReceivedIndex received, Action<string> miss)
{
    private readonly KioskJudge _kiosks = new(report, received.Kiosks, miss);
    private readonly CabinetJudge _cabinets = new(report, received.Cabinets, miss);
    private readonly ShownJudge _shown = new(report, received.Shown, miss);
    private readonly SensorJudge _sensors = new(report, received.Sensors, miss);

    /// <returns>False when it is none of theirs.</returns>
    public bool Add(TruthLine line, bool counts) => _kiosks.Add(line) || _cabinets.Add(line) || _shown.Add(line) || _sensors.Add(line, counts);

    /// <returns>Whether one of them looks at everything that the device says.</returns>
    public bool Knows(string device) => _kiosks.Knows(device) || _cabinets.Knows(device) || _shown.Knows(device) || _sensors.Knows(device);

    public void Judge()
    {
        _kiosks.Judge();
        _cabinets.Judge();
        _shown.Judge();
        _sensors.Judge();
    }
}
