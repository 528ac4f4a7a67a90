namespace EdgeGateway.Drivers.Abstractions.Settings;

/// <summary>One mistake in the configuration.</summary>
/// <param name="Path">Where, for example <c>devices[2].host</c>.</param>
/// <param name="Code">A short fixed word, for example <c>unknown-key</c>.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Right">What would be right.</param>
public sealed record Finding(string Path, string Code, Words Problem, Words Right);
