using System.Security.Cryptography;
using EdgeGateway.Protocol.Pictures;
using EdgeGateway.Store.Media;

namespace EdgeGateway.Store.Recovery;

/// <summary>
/// Files whose rows are lost. Their names are the hashes of their contents, so each proves itself; what does not is no
/// picture of ours any more and is left to the check that follows.
/// </summary>
internal sealed class SpoolAdoption(Spool spool)
{
    private const int MagicBytes = 64;
    private const string Unknown = "application/octet-stream";

    /// <param name="rows">Rows that were carried over.</param>
    /// <param name="after">Last position that a file has.</param>
    /// <returns>Files without a row, whole, with positions behind the last.</returns>
    public IEnumerable<StoredMedia> Find(IEnumerable<StoredMedia> rows, long after)
    {
        HashSet<string> known = [.. rows.Select(static row => row.Sha256)];
        for (int first = 0; first < 256; first++)
        {
            foreach (string name in spool.Files((byte)first).Where(name => Spool.IsHash(name) && !known.Contains(name)).Order(StringComparer.Ordinal))
            {
                if (Prove(name) is { } file)
                {
                    yield return file with { Position = ++after };
                }
            }
        }
    }

    /// <returns>Null where the file is not what its name says, or cannot be read.</returns>
    private StoredMedia? Prove(string sha256)
    {
        try
        {
            return Read(sha256);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private StoredMedia? Read(string sha256)
    {
        using Stream? content = spool.Open(sha256);
        if (content is null)
        {
            return null;
        }

        var magic = new byte[MagicBytes];
        int read = content.ReadAtLeast(magic, MagicBytes, throwOnEndOfStream: false);
        content.Position = 0;
        return Convert.ToHexStringLower(SHA256.HashData(content)) == sha256
            ? new StoredMedia(0, sha256, PictureFormat.MediaType(magic.AsSpan(0, read)) ?? Unknown, content.Length)
            : null;
    }
}
