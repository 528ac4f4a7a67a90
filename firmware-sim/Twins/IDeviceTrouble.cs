namespace EdgeGateway.Sim.Twins;

/// <summary>What a scenario may do to a device, whatever its wire makes of it. Called from the scenario's clock, beside the device's own loop.</summary>
public interface IDeviceTrouble
{
    /// <summary>The link is cut and stays away.</summary>
    void Disconnect(DateTimeOffset until);

    /// <summary>The link stays open and the device says nothing, nor answers.</summary>
    void Silence(DateTimeOffset until);

    /// <summary>The device's clock jumps.</summary>
    void StepClock(TimeSpan by);

    /// <summary>Bytes that are no message, that many times.</summary>
    void Garbage(int count);

    /// <summary>Half a message, that many times; where the wire is a stream, the link is cut there.</summary>
    void CutInside(int count);

    /// <summary>What would come later comes now, that many times.</summary>
    void Burst(int count);
}
