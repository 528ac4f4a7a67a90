using System.Security.Cryptography;
using System.Text;
using EdgeGateway.Store.Media;

namespace EdgeGateway.Store.HotList;

/// <summary>
/// The folder where somebody puts signed lists, for example of a stick: beside each list <c>NAME</c> its envelope <c>NAME.sig</c>; the
/// answer is <c>NAME.result.json</c>. An envelope that was answered is not offered again; another one of the same name is.
/// </summary>
/// <param name="folder">May be missing, read-only, or be taken away at any time.</param>
/// <param name="envelopeMost">Bytes of an envelope that are read.</param>
public sealed class ImportFolder(string folder, int envelopeMost)
{
    private const string EnvelopeEnding = ".sig";
    private const string ResultEnding = ".result.json";
    private const int ResultMost = 1 << 20;
    private const int NamesMost = 1_000;

    /// <summary>Envelopes answered while their folder took no answer, by hash.</summary>
    private readonly HashSet<string> _answered = new(StringComparer.Ordinal);

    /// <returns>Name and envelope of each list that waits, by name.</returns>
    public IReadOnlyList<(string Name, byte[] Envelope)> Offers()
    {
        try
        {
            return !Directory.Exists(folder) ? [] :
            [
                .. Directory.EnumerateFiles(folder, "*" + EnvelopeEnding).Take(NamesMost).Order(StringComparer.Ordinal)
                    .Select(path => (Name: Path.GetFileName(path)[..^EnvelopeEnding.Length], Envelope: Read(path, envelopeMost + 1)))
                    .Where(offer => offer.Envelope is { Length: > 0 } && !IsAnswered(offer.Name, offer.Envelope))
                    .Select(static offer => (offer.Name, offer.Envelope!)),
            ];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <exception cref="IOException">It is not there, or does not read.</exception>
    public Stream Open(string name)
    {
        try
        {
            return new FileStream(Path.Combine(folder, name), new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan });
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new IOException(denied.Message, denied);
        }
    }

    /// <summary>Puts the answer beside the list; where that cannot be written, the envelope is remembered until the process ends.</summary>
    /// <param name="name">Of the list.</param>
    /// <param name="envelope">What is answered.</param>
    /// <param name="result">Holds <see cref="HashOf"/> of the envelope.</param>
    public void Answer(string name, byte[] envelope, byte[] result)
    {
        string path = Path.Combine(folder, name + ResultEnding);
        try
        {
            using (var file = new FileStream(path + ".new", FileMode.Create, FileAccess.Write))
            {
                file.Write(result);
                file.Flush();
                FolderSync.Sync(file.SafeFileHandle);
            }

            File.Move(path + ".new", path, overwrite: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            _answered.Add(HashOf(envelope));
        }
    }

    /// <returns>64 lower-case hex digits.</returns>
    public static string HashOf(byte[] envelope) => Convert.ToHexStringLower(SHA256.HashData(envelope));

    private bool IsAnswered(string name, byte[] envelope)
    {
        string hash = HashOf(envelope);
        return _answered.Contains(hash)
            || (Read(Path.Combine(folder, name + ResultEnding), ResultMost) is { } result && result.AsSpan().IndexOf(Encoding.ASCII.GetBytes(hash)) >= 0);
    }

    private static byte[]? Read(string path, int most)
    {
        try
        {
            // A pipe or a device of that name has no length, and would never end.
            if (new FileInfo(path) is not { Exists: true, Length: > 0 })
            {
                return null;
            }

            using var file = new FileStream(path, new FileStreamOptions { BufferSize = 0 });
            var bytes = new byte[Math.Min(most, file.Length)];
            return bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
