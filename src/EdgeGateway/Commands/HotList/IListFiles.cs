namespace EdgeGateway.Commands.HotList;

/// <summary>Where signed lists are found, for example on a stick that somebody put in.</summary>
public interface IListFiles
{
    /// <returns>Name and envelope of each list that was not answered yet; none when the folder is not there.</returns>
    IReadOnlyList<(string Name, byte[] Envelope)> Offers();

    /// <exception cref="IOException">It is not there, or does not read.</exception>
    Stream Open(string name);

    /// <summary>Puts the answer beside it.</summary>
    void Answer(string name, byte[] envelope, byte[] result);
}
