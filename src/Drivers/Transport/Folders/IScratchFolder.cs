namespace EdgeGateway.Drivers.Transport.Folders;

/// <summary>Where a program leaves files for us. Disposing removes it with all that is left.</summary>
public interface IScratchFolder : IDisposable
{
    string Path { get; }

    /// <summary>Writes a small file for the program; a name with a leading dot is not among <see cref="Files"/>.</summary>
    /// <returns>Its full path.</returns>
    string Write(string name, string text);

    /// <summary>True when it holds files, whole or not.</summary>
    bool HasFiles { get; }

    /// <summary>All of its files, oldest first, as they are now: only to be asked when the program is at rest.</summary>
    /// <returns>Null when one of them changed while it was read: none may be passed over, for the program answers for all.</returns>
    IReadOnlyList<DropFile>? Files();
}
