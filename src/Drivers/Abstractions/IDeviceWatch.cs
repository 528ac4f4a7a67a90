using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Abstractions;

/// <summary>What a driver tells its host about the device besides readings.</summary>
public interface IDeviceWatch
{
    /// <summary>The device gave a sign of life: a heartbeat, any well-formed frame.</summary>
    void Heard();

    /// <summary>Something was wrong and was survived; counted by kind and reason, logged once in a while.</summary>
    /// <param name="kind">Which sort of fault.</param>
    /// <param name="reason">A short fixed word such as <c>xml-repaired</c>; few different ones a driver, never the device's text.</param>
    void Fault(FaultKind kind, string reason);

    /// <summary>The device's clock was asked, or the device told it, apart from any reading.</summary>
    /// <param name="offset">Its time minus the gateway's, at the middle of the exchange.</param>
    /// <param name="uncertainty">Half of what the exchange took, at least the resolution of the device's answer.</param>
    void Clock(TimeSpan offset, TimeSpan uncertainty);
}
