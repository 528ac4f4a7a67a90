namespace EdgeGateway.Drivers.Kiosk.Application;

/// <summary>What a session is called outside of the gateway.</summary>
/// <param name="Text">As sent, or a keyed hash of it.</param>
/// <param name="IsHashed">Whether it could have been the number of a person.</param>
internal readonly record struct SessionName(string Text, bool IsHashed);
