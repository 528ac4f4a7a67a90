namespace EdgeGateway.Protocol.Multipart;

/// <summary>What a <see cref="MultipartReader"/> found next: exactly one of a part, a fault, or the closing boundary.</summary>
/// <param name="Part">The part, or null.</param>
/// <param name="Fault">A word of <see cref="MultipartFaults"/>, or null.</param>
public readonly record struct MultipartItem(MultipartPart? Part, string? Fault)
{
    /// <summary>True for <c>--b--</c>: a normal end, on a stream the sign to connect anew.</summary>
    public bool IsEnd => Part is null && Fault is null;
}
