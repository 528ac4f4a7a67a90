namespace EdgeGateway.Pipeline.Airspace;

/// <summary>A value, who said it, and when.</summary>
/// <param name="Value">The value.</param>
/// <param name="Source">Name of the message.</param>
/// <param name="Time">By the gateway's clock.</param>
internal readonly record struct Told<T>(T Value, string Source, DateTimeOffset Time);
