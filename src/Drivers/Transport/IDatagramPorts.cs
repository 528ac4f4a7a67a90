using System.Net;

namespace EdgeGateway.Drivers.Transport;

/// <summary>Opens UDP ports.</summary>
public interface IDatagramPorts
{
    /// <param name="local">Address and port; port 0 lets the system choose.</param>
    /// <exception cref="Abstractions.DeviceFaultException">The port is taken or the address is not ours; and what to do.</exception>
    IDatagramPort Open(IPEndPoint local);
}
