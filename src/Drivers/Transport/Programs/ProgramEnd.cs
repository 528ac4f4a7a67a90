namespace EdgeGateway.Drivers.Transport.Programs;

/// <summary>How a program ended.</summary>
/// <param name="Code">0 for well; 128 and the signal's number when a signal ended it.</param>
/// <param name="LastWords">The end of what it wrote, at most <see cref="LastWords.Most"/> characters; empty when nothing.</param>
public sealed record ProgramEnd(int Code, string LastWords);
