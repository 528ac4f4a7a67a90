using System.Buffers;

namespace EdgeGateway.Protocol.Plates;

/// <summary>Chinese characters in a text.</summary>
internal static class Han
{
    public static bool In(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\u4E00', '\u9FFF');
}
