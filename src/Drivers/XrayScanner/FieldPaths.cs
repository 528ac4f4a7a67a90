using EdgeGateway.Protocol.Paths;

namespace EdgeGateway.Drivers.XrayScanner;

/// <summary>Where one fact stands: paths in the order in which they are tried, because firmware moves things.</summary>
public sealed class FieldPaths(IReadOnlyList<BodyPath> paths)
{
    /// <summary>Most places of one fact.</summary>
    public const int Most = 4;

    public static readonly FieldPaths None = new([]);

    public bool IsMapped => paths.Count > 0;

    /// <returns>The text at the first path that has one; null when none has.</returns>
    public string? Text(BodyNode from) => paths.Select(path => path.FindText(from)).FirstOrDefault(text => text is not null);

    /// <returns>Every text at the first path that has any.</returns>
    public IReadOnlyList<string> Texts(BodyNode from) => First<string>(path => [.. path.FindTexts(from)]);

    /// <returns>Every value at the first path that has any.</returns>
    public IReadOnlyList<BodyNode> Nodes(BodyNode from) => First(path => path.Find(from));

    private IReadOnlyList<T> First<T>(Func<BodyPath, IReadOnlyList<T>> find) => paths.Select(find).FirstOrDefault(found => found.Count > 0) ?? [];
}
