namespace EdgeGateway.Drivers.Kiosk.Application;

/// <summary>How the kiosk as a whole was last told.</summary>
/// <param name="Link"><c>up</c> or <c>down</c>.</param>
/// <param name="Health">As <see cref="Protocol.Model.Kiosks.KioskStateBody.Health"/>.</param>
/// <param name="Mode">Null when nothing said so.</param>
/// <param name="Application">Null likewise.</param>
internal sealed record KeptState(string Link, string Health, string? Mode, string? Application);
