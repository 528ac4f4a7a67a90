using EdgeGateway.Protocol.Paths;

namespace EdgeGateway.Drivers.Generic;

/// <summary>How a device writes yes and no.</summary>
/// <param name="Yes">Texts, numbers or flags that mean yes; with <paramref name="No"/> empty: true.</param>
/// <param name="No">The same for no.</param>
/// <param name="IsLenient">Without lists: also 1 and 0, and the texts of both.</param>
public sealed record MapFlag(IReadOnlyList<string> Yes, IReadOnlyList<string> No, bool IsLenient)
{
    /// <returns>Null when it is neither.</returns>
    internal bool? Of(BodyNode found)
    {
        if (found.Text is not { } text)
        {
            return null;
        }

        if (Yes.Count + No.Count > 0)
        {
            return Yes.Contains(text, StringComparer.Ordinal) ? true : No.Contains(text, StringComparer.Ordinal) ? false : null;
        }

        return found.Sort == BodySort.Flag || IsLenient
            ? text.ToLowerInvariant() switch { "true" or "1" => true, "false" or "0" => false, _ => null }
            : null;
    }
}
