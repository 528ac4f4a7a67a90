namespace EdgeGateway.Drivers.Kiosk.Application;

/// <summary>How a module was last told.</summary>
/// <param name="Module">Its name.</param>
/// <param name="Health">As <see cref="Protocol.Model.Kiosks.KioskModuleBody.Health"/>.</param>
/// <param name="Since">Since when its health is that, in milliseconds since 1970.</param>
/// <param name="Digest">Of all that was told.</param>
internal sealed record KeptModule(string Module, string Health, long Since, string Digest);
