using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Cabinets;

/// <summary>
/// Tells the ledger which alarms of a cabinet or a supply a gateway could not miss. What it shows is read when the gateway likes, so a promise is only
/// what stood, and could be read, so long that any gateway at hand has seen it, after a restart too; of all else it is noted that it may be told.
/// </summary>
/// <param name="device">Whose.</param>
/// <param name="ledger">Where it is noted.</param>
/// <param name="noticed">How long is long enough.</param>
/// <param name="time">Clock.</param>
public sealed class CabinetWitness(string device, ITruthLedger ledger, TimeSpan noticed, TimeProvider time)
{
    /// <summary>So often an alarm begins and ends at once within the hour; beyond that a gateway may tell its end late, and leave out that it came and went meanwhile.</summary>
    private const int MostAnHour = 6;

    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    private const string Kind = "cabinet.alarm";

    private readonly Dictionary<(string Alarm, string Name), Standing> _standing = [];
    private long _number;

    public TimeSpan Noticed => noticed;

    /// <summary>At the beginning there is no such alarm: one that comes and was never told of is made up.</summary>
    /// <param name="alarm">As a <c>cabinet.alarm</c> calls it.</param>
    /// <param name="name">Which door or supply, as the site calls it.</param>
    public void Watch(string alarm, string name)
    {
        if (_standing.TryAdd((alarm, name), new Standing()))
        {
            May(alarm, name, active: false);
        }
    }

    /// <summary>Whether it is so from now on.</summary>
    public void Turn(string alarm, string name, bool active)
    {
        Watch(alarm, name);
        Standing known = _standing[(alarm, name)];
        if (known.Active == active)
        {
            return;
        }

        Close(alarm, name, known);
        known.Turn(active, time, s_hour + noticed);
    }

    /// <summary>A gateway may tell that, or not.</summary>
    public void May(string alarm, string name, bool active) => Note(alarm, name, active, sure: false);

    /// <summary>Called often: what has stood long enough is sure.</summary>
    /// <param name="canBeRead">Whether a part, by its name, can be read now.</param>
    public void Look(Func<string, bool> canBeRead)
    {
        foreach (((string alarm, string name), Standing standing) in _standing.Where(static one => one.Value.IsOpen))
        {
            if (!canBeRead(name))
            {
                standing.Since = time.GetTimestamp();
            }
            else if (time.GetElapsedTime(standing.Since) >= Due(standing))
            {
                bool sure = standing.Active != standing.Known;
                Note(alarm, name, standing.Active, sure);
                (standing.Known, standing.IsOpen) = (sure ? standing.Active : standing.Known, false);
            }
        }
    }

    /// <summary>Nothing comes after this: what nobody is sure of yet may have been noticed or not.</summary>
    public void End()
    {
        foreach (((string alarm, string name), Standing standing) in _standing)
        {
            Close(alarm, name, standing);
        }
    }

    /// <summary>An end that waits is noticed, waits, and is noticed to have waited.</summary>
    private TimeSpan Due(Standing standing) => standing.MayWait ? (s_hour / MostAnHour) + (2 * noticed) : noticed;

    private void Close(string alarm, string name, Standing standing)
    {
        if (standing.IsOpen)
        {
            May(alarm, name, standing.Active);
            standing.IsOpen = false;
        }
    }

    private void Note(string alarm, string name, bool active, bool sure) => ledger.Note(new TruthLine
    {
        Device = device, NativeId = FormattableString.Invariant($"{TruthLine.Cabinet}{++_number}"), Plate = "", LaneNo = 0, Time = default, Kind = Kind,
        Facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = name, ["alarm"] = alarm, ["active"] = active ? "true" : "false" },
        Told = sure ? TruthLine.Stream : TruthLine.None, At = time.GetUtcNow(),
    });

    private sealed class Standing
    {
        private readonly Queue<long> _begins = new();

        public bool Active { get; private set; }

        /// <summary>Nothing was noted yet of how it is now.</summary>
        public bool IsOpen { get; set; }

        /// <summary>It is an end that a gateway may tell late.</summary>
        public bool MayWait { get; private set; }

        /// <summary>How it was when a gateway last could be sure.</summary>
        public bool Known { get; set; }

        /// <summary>Since when it can be read as it is now.</summary>
        public long Since { get; set; }

        public void Turn(bool active, TimeProvider time, TimeSpan window)
        {
            if (active)
            {
                _begins.Enqueue(time.GetTimestamp());
            }

            while (_begins.TryPeek(out long oldest) && time.GetElapsedTime(oldest) >= window)
            {
                _begins.Dequeue();
            }

            (Active, IsOpen, Since, MayWait) = (active, true, time.GetTimestamp(), !active && _begins.Count > MostAnHour);
        }
    }
}
