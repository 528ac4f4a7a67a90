using System.Net;
using EdgeGateway.Protocol.Hytera;

namespace EdgeGateway.Drivers.PdtRadio.HyteraRepeater;

/// <summary>Data that came in and waits for the disk.</summary>
/// <param name="Link">On which link.</param>
/// <param name="Frame">As it came.</param>
/// <param name="From">From where.</param>
internal sealed record HstrpInbound(HstrpLink Link, HstrpFrame Frame, IPEndPoint From);
