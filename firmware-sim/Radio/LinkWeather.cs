using EdgeGateway.Sim.Twins;

namespace EdgeGateway.Sim.Radio;

/// <summary>Whether a link may speak and hear right now.</summary>
public sealed class LinkWeather(RadioFaults faults, DeviceTrouble trouble, TimeProvider time)
{
    /// <summary>The link is gone.</summary>
    public bool IsDown => trouble.DownUntil(time.GetUtcNow()) > time.GetUtcNow();

    /// <summary>Nothing of ours leaves.</summary>
    public bool IsMute => IsDown || IsDeaf || faults.OneWay;

    /// <summary>Nothing reaches us (Q7).</summary>
    public bool IsDeaf => IsDown || trouble.SilentUntil() > time.GetUtcNow();
}
