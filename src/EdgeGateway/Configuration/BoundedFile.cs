namespace EdgeGateway.Configuration;

internal enum BoundedFileOutcome
{
    Read,
    Unreadable,
    TooLarge,
}

/// <summary>A small file, read whole; never more than its limit, whatever the name leads to.</summary>
/// <param name="Outcome">What happened.</param>
/// <param name="Bytes">Empty unless read.</param>
internal readonly record struct BoundedFile(BoundedFileOutcome Outcome, ReadOnlyMemory<byte> Bytes)
{
    public static BoundedFile Read(string path, int limit)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new MemoryStream();
            var part = new byte[16 * 1024];
            for (int read = stream.Read(part); read > 0; read = stream.Read(part))
            {
                bytes.Write(part, 0, read);
                if (bytes.Length > limit)
                {
                    return new BoundedFile(BoundedFileOutcome.TooLarge, default);
                }
            }

            return new BoundedFile(BoundedFileOutcome.Read, bytes.ToArray());
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new BoundedFile(BoundedFileOutcome.Unreadable, default);
        }
    }
}
