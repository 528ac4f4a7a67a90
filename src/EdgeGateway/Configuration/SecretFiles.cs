using System.Text;
using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Configuration;

/// <summary>
/// Looks up secrets outside the configuration: in a file, in the environment, or in systemd's
/// <c>$CREDENTIALS_DIRECTORY</c>. Line ends behind the secret are taken off, as editors leave them there.
/// </summary>
/// <param name="folder">Folder that relative file names start from.</param>
/// <param name="environment">Environment of the process.</param>
public sealed class SecretFiles(string folder, IReadOnlyDictionary<string, string> environment) : ISecretSource
{
    /// <summary>64 KB: longer than any password, token or key.</summary>
    private const int Limit = 64 * 1024;

    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <inheritdoc />
    /// <remarks>An empty reference counts as none, so that an environment override can take one away.</remarks>
    public Secret? Resolve(string? file, string? env, string? credential)
    {
        var given = new[] { file, env, credential }.Where(reference => !string.IsNullOrEmpty(reference)).ToArray();
        if (given.Length != 1)
        {
            return null;
        }

        string? text = given[0] == file ? FromFile(Path.Combine(folder, file!))
            : given[0] == env ? environment.GetValueOrDefault(env!)
            : FromCredential(credential!);
        text = text?.TrimEnd('\r', '\n');
        return string.IsNullOrEmpty(text) ? null : new Secret(text);
    }

    private string? FromCredential(string name) =>
        environment.GetValueOrDefault("CREDENTIALS_DIRECTORY") is { Length: > 0 } directory && name == Path.GetFileName(name) && name is not ("." or "..")
            ? FromFile(Path.Combine(directory, name))
            : null;

    private static string? FromFile(string path)
    {
        var content = BoundedFile.Read(path, Limit);
        if (content.Outcome != BoundedFileOutcome.Read)
        {
            return null;
        }

        try
        {
            return s_strict.GetString(content.Bytes.Span).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
