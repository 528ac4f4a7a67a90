using System.Text.Json;

namespace EdgeGateway.Drivers.Abstractions;

/// <summary>One order for a device.</summary>
/// <param name="Id">The command's id, for the device's own log where it has one.</param>
/// <param name="Name">For example <c>radio.send-text</c>.</param>
/// <param name="Args">A JSON object, perhaps empty.</param>
/// <param name="NotAfter">It must not begin later.</param>
public sealed record DeviceCommand(string Id, string Name, JsonElement Args, DateTimeOffset NotAfter);
