using EdgeGateway.Drivers.Transport.WebSockets;

namespace EdgeGateway.Drivers.Kiosk.Xfs4Iot;

/// <summary>Where a service is.</summary>
/// <param name="Module">Its name in readings, at most 64 characters.</param>
/// <param name="Target">Where it is dialled.</param>
internal sealed record ServicePlace(string Module, WebSocketTarget Target);
