import { TableLink } from "../../../../components/TableLink.tsx";

/** A client as they were when the run was planned. */
export interface PersonCellProps {
  clientId: string;
  name: string;
  email: string;
}

/** A client's name with the address below it. */
export function PersonCell({ clientId, name, email }: PersonCellProps) {
  return (
    <>
      <TableLink href={`/clients/${clientId}`}>{name}</TableLink>
      <span class="block text-13 font-normal text-faded [overflow-wrap:anywhere]">
        {email}
      </span>
    </>
  );
}
