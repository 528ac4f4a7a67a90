using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Drivers.Snmp;

/// <summary>Agents that say who may not read; most say nothing at all.</summary>
internal static class SnmpRefusal
{
    /// <exception cref="DeviceFaultException">Refused.</exception>
    public static void ThrowIfRefused(SnmpMessage answer)
    {
        if (answer.ErrorStatus is SnmpError.NoAccess or SnmpError.AuthorizationError)
        {
            throw new DeviceFaultException(FaultKind.Refused, "The device does not let this community read; check \"community\" and the device's SNMP settings.");
        }
    }
}
