using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Configuration;

/// <summary>Section <c>cameras</c>: what holds for all cameras of the site.</summary>
public sealed record CameraSettings
{
    /// <summary>Whether plate readings carry a passing-vehicle record beside their own fields; default no.</summary>
    public bool PassingRecord { get; init; }

    /// <summary>Which list of plate colours those records use; default the common one.</summary>
    public HpysList Hpys { get; init; } = HpysList.Common;

    /// <summary>How far a camera's clock may be off before that is an alarm, 100 ms to 1 h; default 1 s, the limit of GA/T 832-2014.</summary>
    public TimeSpan ClockLimit { get; init; } = TimeSpan.FromSeconds(1);
}
