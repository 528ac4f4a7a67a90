using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.XrayScanner.Modbus;

/// <summary>Something to be told, to be remembered, or both: remembered behind the telling.</summary>
/// <param name="Reading">Null when there is only something to remember, before what follows is told.</param>
/// <param name="Memory">Name in the device's memory; null when nothing is to be remembered.</param>
/// <param name="Value">What, together with <paramref name="Memory"/>.</param>
internal readonly record struct BeltItem(Reading? Reading, string? Memory, string? Value);
