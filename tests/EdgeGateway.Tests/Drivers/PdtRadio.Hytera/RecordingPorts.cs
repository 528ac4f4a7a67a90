using System.Net;
using EdgeGateway.Drivers.Transport;

namespace EdgeGateway.Tests.Drivers.PdtRadio.Hytera;

/// <summary>Real UDP ports, with what the system chose.</summary>
internal sealed class RecordingPorts : IDatagramPorts
{
    private readonly DatagramPorts _real = new();

    /// <summary>In the order of opening.</summary>
    public List<IPEndPoint> Opened { get; } = [];

    public IDatagramPort Open(IPEndPoint local)
    {
        var port = _real.Open(local);
        Opened.Add(port.Local);
        return port;
    }
}
