using EdgeGateway.Sim.Traffic;
using EdgeGateway.Sim.Twins;

namespace EdgeGateway.Sim.Radio;

/// <summary>All radios behind one link, and what is known of them.</summary>
public sealed class RadioFleet
{
    private static readonly string[] s_words = ["到位", "巡逻正常", "请求支援 3 号门", "copy", "车辆放行", "换岗 20:00", "OLIVER TEST", "收到"];

    private readonly RadioProfile _profile;
    private readonly DeviceTrouble _trouble;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly Dictionary<int, TimeSpan?> _confirmed = [];

    public RadioFleet(RadioProfile profile, RadioVoice voice, DeviceTrouble trouble, ulong seed, string device, TimeProvider time)
    {
        (_profile, Voice, _trouble, _time) = (profile, voice, trouble, time);
        Units = [.. Enumerable.Range(0, profile.Radios).Select(index => new RadioUnit(index, profile, seed, device))];
    }

    public IReadOnlyList<RadioUnit> Units { get; }

    public RadioVoice Voice { get; }

    public RadioUnit? Find(int id) => id - _profile.FirstId is var index && index >= 0 && index < Units.Count ? Units[index] : null;

    /// <summary>The gateway answered a registration; null: it refused.</summary>
    public void Confirmed(int id, TimeSpan? valid)
    {
        lock (_gate)
        {
            _confirmed[id] = valid;
        }
    }

    /// <returns>For how long the gateway said that the registration counts; null when it never did.</returns>
    public TimeSpan? Validity(int id)
    {
        lock (_gate)
        {
            return _confirmed.GetValueOrDefault(id);
        }
    }

    /// <summary>Where the radio is, as its receiver says.</summary>
    public GpsFix Fix(RadioUnit unit, GpsOddity oddity = GpsOddity.None)
    {
        lock (_gate)
        {
            DateTimeOffset now = _time.GetUtcNow();
            return new GpsFix(unit.Track.At(now), unit.NextFix(now + _profile.Faults.ClockOffset + _trouble.ClockStep), oddity);
        }
    }

    public string Words(RadioUnit unit, long number)
    {
        lock (_gate)
        {
            return FormattableString.Invariant($"{s_words[unit.Random.Below(s_words.Length)]} #{number}");
        }
    }

    public int Rssi(RadioUnit unit)
    {
        lock (_gate)
        {
            return -unit.Random.Between(48, 118);
        }
    }
}
