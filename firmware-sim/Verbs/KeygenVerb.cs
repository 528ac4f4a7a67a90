using System.CommandLine;
using System.Security.Cryptography;

namespace EdgeGateway.Sim.Verbs;

/// <summary><c>edgesim keygen --out DIR</c>: a pair for signing commands, ECDSA on P-256.</summary>
public static class KeygenVerb
{
    public static Command Create()
    {
        var output = new Option<string>("--out") { Required = true, Description = "Folder for private.pem and public.pem." };
        var verb = new Command("keygen", "Make a pair of keys for signing commands. Existing files are never overwritten.") { output };
        verb.SetAction((parse, _) => RunAsync(parse.GetRequiredValue(output)));
        return verb;
    }

    private static async Task<int> RunAsync(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            await WriteAsync(Path.Combine(folder, "private.pem"), key.ExportPkcs8PrivateKeyPem(), UnixFileMode.UserRead | UnixFileMode.UserWrite).ConfigureAwait(false);
            await WriteAsync(
                Path.Combine(folder, "public.pem"), key.ExportSubjectPublicKeyInfoPem(),
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead).ConfigureAwait(false);
            return Exit.Fine;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(failed.Message).ConfigureAwait(false);
            return Exit.Failure;
        }
    }

    /// <remarks>The mode is given when the file is made: afterwards would leave a moment in which anybody may read it.</remarks>
    private static async Task WriteAsync(string path, string pem, UnixFileMode mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        var stream = new FileStream(path, options);
        await using (stream.ConfigureAwait(false))
        {
            var writer = new StreamWriter(stream);
            await using (writer.ConfigureAwait(false))
            {
                await writer.WriteLineAsync(pem).ConfigureAwait(false);
            }

            Console.WriteLine(path);
        }
    }
}
